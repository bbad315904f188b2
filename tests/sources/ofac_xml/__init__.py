"""OFAC's SDN list, sdn.xml."""
