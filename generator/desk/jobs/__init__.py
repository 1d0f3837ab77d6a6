"""Programs that run beside the requests: git, the push to the code host, the build of the site."""
