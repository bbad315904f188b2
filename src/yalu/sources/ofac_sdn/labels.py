"""The labels that OFAC puts before a value in the remarks, and the property that each one means."""

from __future__ import annotations

PLAIN = {
    "POB": "birthPlace",
    "nationality": "nationality",
    "citizen": "citizenship",
    "ethnicity": "ethnicity",
    "Former Vessel Flag": "previousFlag",
    "Other Vessel Flag": "flag",
    "Other Vessel Type": "type",
    "Other Vessel Call Sign": "callSign",
    "MMSI": "mmsi",
    "Website": "website",
    "Email Address": "email",
    "Email": "email",
    "Position:": "position",
    "Secondary sanctions risk:": "secondarySanctions",
    "Additional Sanctions Information -": "secondarySanctions",
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:": (
        "transactionsProhibited"
    ),
    "Organization Type:": "sector",
    "Target Type": "classification",
    "Nationality of Registration": "jurisdiction",
    "Aircraft Model": "model",
    "Aircraft Operator": "operator",
    "Aircraft Mode S Transponder Code": "modeSCode",
}
"""The value is the rest of the piece, as it stands there."""

WHOLE = {
    "Executive Order": "executiveOrder",
    "CAATSA Section": "determination",
    "IFCA Determination": "determination",
    "PEESA Information:": "determination",
}
"""The value is the whole piece, since the label is part of what it says."""

DATED = {
    "DOB": "birthDate",
    "Organization Established Date": "incorporationDate",
    "Aircraft Manufacture Date": "buildDate",
}
"""The value is a date or a span of dates."""

TYPED = {
    "Aircraft Construction Number (also called L/N or S/N or F/N)": (
        "serialNumber",
        "construction number",
    ),
    "Aircraft Manufacturer's Serial Number (MSN)": ("serialNumber", "manufacturer's serial number"),
    "Aircraft Serial Identification": ("serialNumber", "serial identification"),
    "Aircraft Tail Number": ("registrationNumber", "aircraft tail number"),
    "Previous Aircraft Tail Number": ("registrationNumber", "former aircraft tail number"),
}
"""The value is the rest of the piece; which number it is stands in its detail as ``type``."""

IMO = (
    "Vessel Registration Identification IMO",
    "Company Number IMO",
    "Identification Number IMO",
    "International Maritime Organization No.",
)

SHIP_REGISTRATION = "Vessel Registration Identification"

_PASSPORT = (
    "Passport",
    "Passport Booklet",
    "Diplomatic Passport",
    "Diplomatic Passport Laissez-Passer",
    "Stateless Person Passport",
    "British National Overseas Passport",
)

_TAX = (
    "Tax ID No.",
    "NIT",
    "RUC",
    "R.F.C.",
    "RFC",
    "RIF",
    "RTN",
    "RSIN",
    "V.A.T. Number",
    "US FEIN",
    "Italian Fiscal Code",
    "Fiscal Code",
    "C.U.I.T.",
    "C.I.F.",
    "Numero Unico de Identificacao Tributaria (NUIT)",
    "Paraguayan tax identification number",
    "Romanian Tax Registration",
)

_REGISTRATION = (
    "Registration ID",
    "Registration Number",
    "Company Number",
    "UK Company Number",
    "Commercial Registry Number",
    "C.R. No.",
    "Romanian C.R.",
    "Business Registration Number",
    "Business Registration Document",
    "Business Number",
    "Branch Unit Number",
    "Enterprise Number",
    "Trade License No.",
    "Tourism License No.",
    "License",
    "Afghan Money Service Provider License Number",
    "MSB Registration Number",
    "Folio Mercantil No.",
    "Matricula Mercantil No",
    "Public Registration Number",
    "Central Registration System Number",
    "Chamber of Commerce Number",
    "Dubai Chamber of Commerce Membership No.",
    "Istanbul Chamber of Comm. No.",
    "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)",
    "Government Gazette Number",
    "Registered Charity No.",
    "Certificate of Incorporation Number",
    "Legal Entity Number",
    "File Number",
    "SRE Permit No.",
    SHIP_REGISTRATION,
)

_IDENTITY = (
    "National ID No.",
    "National Foreign ID Number",
    "Tazkira National ID Card",
    "Cedula No.",
    "Cedula de Residencia",
    "Cedula de Ciudadania",
    "Identification Number",
    "UAE Identification",
    "Turkish Identification Number",
    "Turkish Identificiation Number",
    "Kenyan ID No.",
    "Bosnian Personal ID No.",
    "Moroccan Personal ID No.",
    "Personal ID Card",
    "Refugee ID Card",
    "Stateless Person ID Card",
    "Citizen's Card Number",
    "Identity Card",
    "SSN",
    "D.N.I.",
    "N.I.E.",
    "C.U.R.P.",
    "C.U.I.P.",
    "C.U.I.",
    "I.F.E.",
    "CNP (Personal Numerical Code)",
    "Credencial electoral",
    "Electoral Registry No.",
    "Cartilla de Servicio Militar Nacional",
    "Driver's License No.",
    "Pilot License Number",
    "LE Number",
    "Residency Number",
    "Romanian Permanent Resident CAN",
    "Birth Certificate Number",
    "Numero de Identidad",
    "Travel Document Number",
    "Seafarer's Identification Document",
    "Tarjeta Profesional",
    "Immigration No.",
    "Public Security and Immigration No.",
    "VisaNumberID",
    "Chinese Commercial Code",
    "Serial No.",
)

NUMBERED = {
    **dict.fromkeys(_PASSPORT, "passportNumber"),
    **dict.fromkeys(_TAX, "taxNumber"),
    **dict.fromkeys(_REGISTRATION, "registrationNumber"),
    **dict.fromkeys(_IDENTITY, "idNumber"),
    "SWIFT/BIC": "swiftBic",
    "BIK (RU)": "bikCode",
    "D-U-N-S Number": "dunsCode",
}
"""The value is a number, perhaps with a country in parentheses and days of issue and expiry."""

NAMED_BY_PROP = frozenset({"Passport", "SWIFT/BIC", "BIK (RU)", "D-U-N-S Number"})
"""Labels that say no more than their property, so that no ``type`` is needed."""
