"""Team Around the Family (TAF) meetings to come and meetings held."""
