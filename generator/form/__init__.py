"""The form by which groups write and correct their profiles in the browser, made from the models."""
