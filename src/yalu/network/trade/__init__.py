"""How few firms carry a trade: measures of licensed shipment tables, of which none is public."""
