"""OFAC's SDN list, sdn_advanced.xml."""
