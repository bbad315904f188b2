"""OFAC's SDN list in its classic XML edition, sdn.xml."""
