"""The preview makes what the browser asks for, from files as they are saved."""
