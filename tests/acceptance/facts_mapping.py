"""How the compiled facts are translated into the regime: what is renamed, reworded, moved or left out."""

from __future__ import annotations

DROPPED = {
    "listed": "always false in ties.yaml; a party is listed when it has listings",
    "counts": "counted anew whenever the files are loaded",
    "rows_by_basis": "likewise",
    "file": "the name of the old file",
    "compiled": "stands once, in regime.yml",
    "files": "which old files cited a source",
    "defined_in": "which old file defines a source: there is one registry now",
    "id_rules": "describes the old spelling of ids",
    "joins": "names the old file of parties",
}
DROPPED_TEXT = {
    "Rows a162 and up were added in the verification.",
    "local paths in sources replaced by upstream names",
    "compiler query removed; content added",
    "id from the vessel file",  # notes on vessels of ties.yaml
    "not in the vessel file",
}
REWORDED = {  # first digits of the sha256 of the old words
    "1861f9f067b1": "compiled in travel.yaml",
    "da4419943a5e": "20 US detentions; see travel.yaml for each source",
    "891197149429": "stored (travel.yaml)",
    "17950ad67f46": "travel.yaml has more (27 with Koreans)",
    "51c2625d9e1e": "the field memo_response is a suggestion by the compiler, not a finding about a State",
    "85f776219fec": "paragraph rows in authorities.yaml; this file adds goods, HS codes and quantities",
    "f29114f6b155": "other ties of this file with the same two end points",
}
REFERENCES = {  # "same" stands for the text of the row above
    ("source", "same"): "C4ADS via Reuters/Fortune 13 Jun 2017",
}
RENAMED = {
    "designations": "listings",
    "programme": "program",
    "row": "id",
    "overlaps_casebook": "overlaps",
    "authorities_row": "authorities",
    "romanised": "romanized",
    "from_": "from",
    "china_imports_from_dprk": "imports_from_target",
    "china_exports_to_dprk": "exports_to_target",
    "basis_terms": "basis_values",
}
SAME_PARTY = {"iran:SHIG": "ofac-9349", "iran:SBIG": "ofac-9350", "iran:SMI": "ofac-19716"}
SAME_SOURCE = {"S_POE_2017": "S_PANEL17"}
KINDS = {
    "individual": {"Person"},
    "company": {"Company"},
    "bank": {"Company"},
    "government_or_party_body": {"PublicBody", "Organization"},
    "network_aggregate": {"LegalEntity"},
    "account": {"BankAccount"},
    "aircraft": {"Airplane"},
}

SAME_PLACE = {
    "labor.yaml": "estimates revenue wages employers_and_dispatchers laws indicators",
    "travel.yaml": (
        "detentions law geographic_travel_restriction exceptions special_validation partner_advice"
        " exceptions_check"
    ),
    "iran.yaml": "events ports",
    "boarding.yaml": "decision",
    "goods.yaml": "exemptions",
    "ports.yaml": "ports foreign_ports sea_areas",
    "implementation.yaml": (
        "reporting_duties report_counts known_report_status states_named_by_year cases response_rule"
        " assistance_providers national_law_seen committee_chairs panel_assessments"
    ),
    "legal_forms.yaml": "forms places",
    "surnames.yaml": "korean chinese",
    "pressure/revenue.yaml": "streams rows cross_checks",
    "pressure/imports.yaml": "measures rows",
    "pressure/effects.yaml": "hindcasts",
    "pressure/tourism.yaml": "visitors prices revenue events",
}
MOVED = """
labor.yaml repatriation_2397 = labor.yaml repatriation
labor.yaml sectors_US_advisory_2018 = labor.yaml sectors
labor.yaml it_worker_hosts_2025 = labor.yaml it_worker_hosts
iran.yaml authorities_to_use = iran.yaml authorities_to_use source:source_text
vessels.yaml incidents = incidents.yaml incidents
authorities.yaml rows = authorities.yaml authorities
boarding.yaml rows = boarding.yaml powers
goods.yaml rows = goods.yaml rules
implementation.yaml monitoring_after_panel.panel_end = implementation.yaml monitoring_ends
implementation.yaml monitoring_after_panel.msmt = implementation.yaml monitoring_teams
implementation.yaml monitoring_after_panel.reports = implementation.yaml monitoring_reports
implementation.yaml monitoring_after_panel.cases_for_states = implementation.yaml monitoring_cases
redflags.yaml rows = redflags.yaml red_flags
footnotes.yaml quantitative_claims = memo.yaml claims source:source_text
pressure/revenue.yaml totals.china_customs_by_year = pressure/revenue.yaml customs_by_year
pressure/revenue.yaml totals.bok_gdp_growth = pressure/revenue.yaml growth_by_year
pressure/revenue.yaml totals.coal_by_month = pressure/revenue.yaml coal_by_month
pressure/revenue.yaml totals.foreign_exchange_stock = pressure/revenue.yaml foreign_exchange_stock
pressure/revenue.yaml totals.foreign_exchange_flow = pressure/revenue.yaml foreign_exchange_flow
pressure/effects.yaml rows = pressure/effects.yaml rows effects
pressure/studies.yaml rows = pressure/studies.yaml rows studies
pressure/tourism.yaml detention_exposure = pressure/tourism.yaml detention_exposure tourism
"""
TABLE = [line.replace(" = ", " ").split(" ") for line in MOVED.strip().splitlines()]
TABLE += [[file, name, file, name] for file, names in SAME_PLACE.items() for name in names.split()]
