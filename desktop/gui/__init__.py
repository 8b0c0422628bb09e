"""What people see: screens built from the kit, shown by the shell, listed in contents."""
