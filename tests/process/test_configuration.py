from pathlib import Path

import pytest

from otherside.process.configuration import SETTINGS, BadConfiguration, read_configuration


def test_without_settings_it_listens_on_localhost_over_sqlite(tmp_path: Path) -> None:
    found = read_configuration({"OTHERSIDE_DATA": str(tmp_path / "var")})
    assert (found.host, found.port, found.database_url) == ("localhost", 8000, None)
    assert found.base_url == "http://localhost:8000"
    assert not found.demo
    assert not found.debug


def test_the_secret_key_is_made_once_and_kept_to_its_owner(tmp_path: Path) -> None:
    env = {"OTHERSIDE_DATA": str(tmp_path)}
    first = read_configuration(env).secret_key
    assert len(first) >= 48
    assert read_configuration(env).secret_key == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_an_empty_key_file_is_refused_and_a_second_process_takes_the_first_ones_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty key would sign every session and ticket with nothing."""
    env = {"OTHERSIDE_DATA": str(tmp_path)}
    (tmp_path / "secret-key").touch()
    with pytest.raises(BadConfiguration, match="holds no key"):
        read_configuration(env)
    (tmp_path / "secret-key").write_text("k" * 48)
    monkeypatch.setattr(Path, "exists", lambda _: False)  # it looked before the other had written
    assert read_configuration(env).secret_key == "k" * 48
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("OTHERSIDE_PORT", "eighty", "from 1 to 65535, got 'eighty'"),
        ("OTHERSIDE_PORT", "70000", "from 1 to 65535"),
        ("OTHERSIDE_DATABASE_URL", "mysql://x", "must start with postgresql://"),
        ("OTHERSIDE_SECRET_KEY", "short", "at least 32 characters"),
        ("OTHERSIDE_DEMO", "yes", "is 0 or 1"),
        ("OTHERSIDE_PROT", "1", "Unknown settings: OTHERSIDE_PROT"),
    ],
)
def test_a_wrong_value_stops_the_start_and_says_what_is_right(
    tmp_path: Path, name: str, value: str, says: str
) -> None:
    with pytest.raises(BadConfiguration, match=says):
        read_configuration({"OTHERSIDE_DATA": str(tmp_path), name: value})


def test_proxies_are_a_list_of_addresses(tmp_path: Path) -> None:
    env = {"OTHERSIDE_DATA": str(tmp_path), "OTHERSIDE_TRUSTED_PROXIES": "127.0.0.1, ::1,"}
    assert read_configuration(env).trusted_proxies == {"127.0.0.1", "::1"}


def test_every_setting_has_a_sentence_with_its_default() -> None:
    assert all("Default: " in sentence for sentence in SETTINGS.values())


def test_the_demos_doors_open_only_in_a_demos_folder(tmp_path: Path) -> None:
    env = {"OTHERSIDE_DATA": str(tmp_path), "OTHERSIDE_DEMO": "1"}
    with pytest.raises(BadConfiguration, match="no demo's"):
        read_configuration(env)
    (tmp_path / "is-a-demo").touch()
    assert read_configuration(env).demo
