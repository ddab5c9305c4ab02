"""The door for background work: folds the log, sends the outbox, reads résumés, hands jobs to runners."""
