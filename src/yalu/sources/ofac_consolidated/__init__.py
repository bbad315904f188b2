"""OFAC's lists beside the SDN list, in the four CSV files of the Consolidated Sanctions List."""
