"""Whether a rule broke under load: the platform's records and the phones' own held against the published season."""
