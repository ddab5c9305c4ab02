package main

// Profiles are the names of users, read through a cache.
type Profiles struct {
	Stats  *Stats
	Cache  *LruCache
	source *Source
}

func NewProfiles(source *Source, settings Settings, clock *Clock) *Profiles {
	stats := &Stats{}
	return &Profiles{stats, NewLruCache(settings.Capacity, settings.TTLMs, clock, stats), source}
}

// Name gives the name of this user; known is false if there is no such user.
func (p *Profiles) Name(user string) (name string, known bool, err error) {
	if name, found := p.Cache.Get(user); found {
		return name, true, nil
	}
	name, known, err = p.source.Load(user)
	if known {
		p.Cache.Put(user, name)
	}
	return name, known, err
}

func (p *Profiles) Rename(user, name string) error {
	if err := p.source.Save(user, name); err != nil {
		return err
	}
	p.Cache.Put(user, name)
	return nil
}
