"""When: times, panels, time zones, invitations, lateness, rescheduling.

Nouns: Booking, Invitation. Must never know what is asked in the hour.
"""
