"""The admin panel's sources, `services/admin-ui`, and what npm makes of them."""
