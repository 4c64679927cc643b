"""The commands: what is run, and that their exit code is passed on."""

import pytest

import dev
from machine import Stop


class Recorder:
    """Stands in for the .venv: notes what would be run and answers with set exit codes."""

    def __init__(self, **codes: int) -> None:
        self.ran: list[tuple[str, ...]] = []
        self.variables: list[dict[str, str]] = []
        self.codes = codes
        self.asked: list[str] = []

    def run(self, *arguments: str, **variables: str) -> int:
        self.ran.append(arguments)
        self.variables.append(variables)
        return self.codes.get(arguments[1], 0)


@pytest.fixture
def recorder(monkeypatch, tmp_path):
    recorder = Recorder()
    monkeypatch.setattr(dev, "DEMO_FOLDER", tmp_path / "build" / "demo")
    monkeypatch.setattr(dev, "_prepared", lambda lock: recorder)
    monkeypatch.setattr(dev, "Environment", lambda: recorder)
    monkeypatch.setattr(dev, "need_libraries", lambda window: None)
    monkeypatch.setattr(dev, "want_keys", lambda: recorder.asked.append("keys"))
    monkeypatch.setattr(dev, "has_display", lambda: True)
    return recorder


def test_run_opens_the_window_and_passes_its_arguments_on(recorder):
    assert dev.main(["run", "--db", "shop.sqlite"]) == 0
    assert recorder.ran == [("-m", "otop_pos", "--db", "shop.sqlite")]


def test_without_a_display_run_says_so_and_where_the_demo_papers_are(recorder, monkeypatch, capsys):
    monkeypatch.setattr(dev, "has_display", lambda: False)
    assert dev.main(["run"]) == 0
    assert recorder.ran == [("-m", "otop_pos", "demo", "--out", str(dev.DEMO_FOLDER))]
    assert recorder.variables == [{"QT_QPA_PLATFORM": "offscreen"}]
    said = capsys.readouterr().out
    assert "no display" in said
    assert str(dev.DEMO_FOLDER) in said


def test_a_demo_goes_where_it_is_told(recorder):
    assert dev.main(["demo", "--out", "there", "--days", "2"]) == 0
    assert recorder.ran == [("-m", "otop_pos", "demo", "--out", "there", "--days", "2")]


def test_a_demo_with_no_folder_starts_afresh_in_the_checkout(recorder, monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "DEMO_FOLDER", tmp_path / "demo")
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "shop.sqlite").touch()
    assert dev.main(["demo", "--days", "2"]) == 0
    assert recorder.ran == [("-m", "otop_pos", "demo", "--out", str(tmp_path / "demo"), "--days", "2")]
    assert not (tmp_path / "demo").exists()


def test_a_command_of_the_program_needs_no_display(recorder, monkeypatch):
    monkeypatch.setattr(dev, "has_display", lambda: False)
    assert dev.main(["run", "verify"]) == 0
    assert recorder.ran == [("-m", "otop_pos", "verify")]


def test_a_failing_demo_is_not_called_a_success(recorder, monkeypatch, capsys):
    monkeypatch.setattr(dev, "has_display", lambda: False)
    recorder.codes = {"otop_pos": 3}
    assert dev.main(["run"]) == 3
    assert "papers" not in capsys.readouterr().out


def test_test_checks_first_and_then_runs_everything_on_two_cores(recorder, monkeypatch):
    monkeypatch.setattr(dev.os, "cpu_count", lambda: 2)
    assert dev.main(["test", "-k", "money"]) == 0
    assert [arguments[1] for arguments in recorder.ran[:3]] == ["ruff", "ruff", "mypy"]
    assert recorder.ran[-1] == ("-m", "pytest", "-n", "2", "-k", "money")
    assert recorder.asked == ["keys"]


def test_one_core_or_a_number_of_ones_own_is_respected(recorder, monkeypatch):
    dev.main(["test", "-n0"])
    monkeypatch.setattr(dev.os, "cpu_count", lambda: 1)
    dev.main(["test"])
    assert [arguments for arguments in recorder.ran if "pytest" in arguments] == [
        ("-m", "pytest", "-n0"),
        ("-m", "pytest"),
    ]


@pytest.mark.parametrize("codes", [{"mypy": 1}, {"pytest": 1}, {"ruff": 1}])
def test_one_failure_is_enough_and_the_tests_run_all_the_same(recorder, codes):
    recorder.codes = codes
    assert dev.main(["test"]) == 1
    assert "pytest" in recorder.ran[-1]


def test_an_unknown_command_lists_the_known_ones(capsys):
    assert dev.main(["sell"]) == 2
    assert "run        open the program" in capsys.readouterr().out


def test_a_stop_is_one_sentence_and_not_a_traceback(recorder, monkeypatch, capsys):
    def stops(window):
        raise Stop("Something is missing.")

    monkeypatch.setattr(dev, "need_libraries", stops)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "Something is missing.\n"


def test_an_old_python_hands_over_to_a_newer_one(monkeypatch):
    called = []
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    monkeypatch.setattr(dev, "newer_python", lambda: "/usr/bin/python99")
    monkeypatch.setattr(dev.subprocess, "call", lambda command: called.append(command) or 7)
    assert dev.main(["demo", "--out", "x"]) == 7
    assert called == [["/usr/bin/python99", dev.__file__, "demo", "--out", "x"]]
