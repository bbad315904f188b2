"""Companies and offices: legal forms, generic words, acronyms, other scripts."""

from __future__ import annotations

import pytest

from tests.names.pairs import company

DHID = "Dandong Hongxiang Industrial Development"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("丹東鴻祥", DHID),
        ("丹东鸿祥实业发展有限公司", DHID),
        ("丹东鸿祥实业发展有限公司", DHID + " Co Ltd"),
        ("Dandong Hongxiang Shiye Fazhan Youxian Gongsi", DHID + " Co., Ltd."),
        ("Tan-tung Hung-hsiang", "丹東鴻祥"),
        ("丹東", "丹东"),
        ("丹东富地贸易有限公司", "Dandong Rich Earth Trading Co Ltd"),
        ("深圳市瑞昌贸易有限公司", "Shenzhen Ruichang Trading Co."),
        ("恒通贸易", "Hang Tung Trading"),
        ("조선광업개발무역회사", "Korea Mining Development Trading Corporation"),
        ("朝鲜矿业开发贸易公司", "Korea Mining Development Trading Corporation"),
        ("남천강무역회사", "Namchongang Trading Corporation"),
        ("Nam Chon Gang Trading Corp", "Namchongang Trading Corporation"),
        ("Choson Yonbong General Corp", "Korea Ryonbong General Corporation"),
        ("Korea Daesong Bank", "CHOSON TAESONG UNHAENG"),
        ("ООО Мокран", "Mokran LLC"),
        ("Office No. 39", "Bureau 39"),
        ("Hong Kong Electronics", "Hongkong Electronics"),
        ("Korea Ryenha Machinery J/V Corp", "Korea Ryonha Machinery Joint Venture Corporation"),
        ("Green Pine Associated Corporation", "Chongsong Yonhap"),
        ("Bank of East Land", "Tongbang Bank"),
        ("Academy of Sciences", "Kwahak-Won"),
        ("Korea Nam Nam General Corporation", "Korea South-South Corporation"),
        ("Choson Unha Joint Operation Company", "Korea Unha Joint Venture Company"),
        ("OOO SK Amur", "Amur Shipping Company LLC"),
        ("Che 5 Muyok Hoesa", "5th Trading Company"),
        ("Korea Ryonhwa Machinery Corporation", "Korea Ryonha Machinery Corporation"),
        ("Borisatrungrin Chamkat", "BORISAT RUNGRIN CHAMKAT"),
    ],
)
def test_spellings_of_one_company_meet(a: str, b: str) -> None:
    answer = company(a, b)
    assert answer.alert
    assert answer.score < 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("丹东鸿祥实业发展有限公司", "Dandong Xinyang Industrial Development Co Ltd"),
        ("丹東鴻祥實業發展有限公司", "丹东鸿达实业发展有限公司"),
        ("明正國際貿易有限公司", "明远国际贸易有限公司"),
        ("Korea United Development Bank", "Korea Unification Development Bank"),
        ("Korea Daesong Bank", "Korea Daedong Bank"),
        ("Namchongang Trading Corporation", "Namhung Trading Corporation"),
        ("Korea Trading Corporation", "Korea Namhung Trading Corporation"),
        ("Pacific Trading Co Ltd", "Atlantic Trading Co Ltd"),
        ("Office 39", "Office 38"),
        ("Korea Kwangmyong Trading Corporation", "Korea Kwangsong Trading Corporation"),
        ("Korea Samhung Trading Company", "Korea Namhung Trading Company"),
        ("조선은하무역회사", "Korea Unpha Trading Corporation"),
        ("Ministry of National Defense", "National Defense Commission"),
        ("Satna Company", "Sadra"),
    ],
)
def test_another_proper_word_is_another_company(a: str, b: str) -> None:
    assert not company(a, b).alert


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("KOMID", "Korea Mining Development Trading Corporation"),
        ("KKBC", "Korea Kwangson Banking Corp"),
        ("GBAE", "General Bureau of Atomic Energy"),
        ("KCST", "Korean Committee for Space Technology"),
    ],
)
def test_acronyms(short: str, whole: str) -> None:
    answer = company(short, whole)
    assert answer.alert
    assert "acronym" in answer.reasons[0]
    assert answer.score < company(whole, whole + " Ltd").score


def test_a_name_may_bring_its_own_acronym() -> None:
    assert company("OMM Oceanic Maritime Management Co", "Ocean Maritime Management Company").alert
    assert company("Korea Namgang Trading Corporation (NTC)", "조선남강무역회사").alert


def test_reasons_name_generic_and_missing_words() -> None:
    reasons = company("Tongbang Bank", "Tongbang Trading").reasons
    assert "Bank: met by nothing (topic)" in reasons
    assert "Trading: met by nothing (generic)" in reasons
    assert "Bank = 银行: same word, generic word" in company("Taedong Bank", "大同银行").reasons
