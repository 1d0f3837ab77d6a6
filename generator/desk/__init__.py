"""The desk: a web application that receives submissions from the public and lets staff review and publish them."""
