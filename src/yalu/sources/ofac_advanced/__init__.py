"""OFAC's SDN list in its advanced XML edition, sdn_advanced.xml: with listing days and relations."""
