"""The pages of the desk: functions from a request to a response."""
