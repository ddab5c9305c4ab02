package main

func more(command string, words []string, log *LogSearch) {
	panic("unknown command: " + command)
}
