package main

// Profiles are the names of users, read through a cache.
type Profiles struct {
	Stats    *Stats
	Cache    *LruCache
	source   *Source
	settings Settings
}

func NewProfiles(source *Source, settings Settings, clock *Clock) *Profiles {
	stats := &Stats{}
	return &Profiles{stats, NewLruCache(settings.Capacity, clock, stats), source, settings}
}

// Name gives the name of this user; known is false if there is no such user.
func (p *Profiles) Name(user string) (name string, known bool, err error) {
	if cached := p.Cache.Get(user); cached != nil {
		return cached.value, cached.known, nil
	}
	name, known, err = p.source.Load(user)
	if err == ErrDown {
		stale := p.Cache.GetStale(user, p.settings.GraceMs)
		if stale == nil || !stale.known {
			return "", false, err
		}
		p.Stats.Stale++
		return stale.value, true, nil
	}
	if known {
		p.Cache.Put(user, name, true, p.settings.TTLMs)
	} else if p.settings.UnknownTTLMs > 0 {
		p.Cache.Put(user, "", false, p.settings.UnknownTTLMs)
	}
	return name, known, err
}

func (p *Profiles) Rename(user, name string) error {
	if err := p.source.Save(user, name); err != nil {
		return err
	}
	p.Cache.Put(user, name, true, p.settings.TTLMs)
	return nil
}
