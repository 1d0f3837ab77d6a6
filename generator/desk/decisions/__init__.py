"""A submission reviewed against what is published, and a decision about it carried out."""
