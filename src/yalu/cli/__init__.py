"""The command ``yalu``: one file per verb, imported only when that verb is called."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable
from typing import Any, get_type_hints

import typer
from typer.core import TyperCommand, TyperGroup

from yalu import __version__
from yalu.cli import streams
from yalu.errors import UsageError, YaluError

VERBS = {
    "brief": "Write the dated, cited brief.",
    "sync": "Take in a list: from its official address, or from files.",
    "build": "Make the snapshot anew from the archive.",
    "sources": "Show each source: last run, age, counts, problems.",
    "entity": "Show everything known about one party.",
    "screen": "Screen a name, a number or a file of customers against the lists.",
    "read": "Read a document: who and what it names, by page.",
    "cite": "State what a page of a document says; decide on proposals.",
    "export": "Write the evidence of a day in a format of others.",
    "changes": "Show what changed on the lists between two days.",
    "coverage": "Show who listed which party, and how long each took.",
    "coalition": "Show who may act under which law, and what each state did of what the UN asks.",
    "gaps": "Show who is listed by others and not here, and what allows it.",
    "package": "Make a designation package: PDF, DOCX, JSON, list-ready entries.",
    "wave": "Choose whom partners list on one day; plan that day and sign it.",
    "calendar": "Show deadlines, expiries and renewals, past and coming.",
    "ownership": "Show who is blocked through ownership or control.",
    "fleet": "Ships: look up, check arrivals and cargo, take in positions, see what they did.",
    "network": "Follow ties, find where companies meet, and where it breaks.",
    "structure": "Is the network centralized, limited, vulnerable?",
    "next": "Rank unlisted parties by evidenced exposure.",
    "labor": "Workers abroad: how many, how much money, who pays.",
    "travel": "May this passport go there, on that day, for that purpose?",
    "iran": "Work for both missile programs, on one timeline.",
    "pressure": "What six levers take from which stream of money, together.",
    "trade": "Measure licensed shipment tables.",
    "payments": "Screen payment messages, raise red flags, follow money.",
    "compare": "Compare two names, or pairs of names from a file.",
    "resolve": "Find which records of all lists are one party.",
    "explain": "Show why two records are one party, or two.",
    "serve": "Serve the workbench and screening over HTTP, on this machine.",
    "decide": "Keep a judgement: are two records one party?",
    "undo": "Revoke a judgement; it stays on record.",
    "ledger": "Verify, back up, move, export and read the judgements.",
    "doctor": "Check the installation and the workspace.",
}


class LazyGroup(TyperGroup):
    """Knows the verbs by name and loads the one that is asked for, so that ``--help`` is quick."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs in the order of a user's day."""
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load a verb; for the overview its name and line are enough."""
        if cmd_name not in VERBS:
            return None
        if _wants_overview():
            return TyperCommand(cmd_name, short_help=VERBS[cmd_name], help=VERBS[cmd_name])
        return load(cmd_name)


def load(name: str) -> Any:
    """The command of a verb with its options, or the group of a verb that has verbs of its own."""
    module: Any = importlib.import_module(f"yalu.cli.{name}")
    made = typer.Typer(add_completion=False, rich_markup_mode="rich")
    inner = getattr(module, "VERBS", ())
    for verb in inner:
        run = importlib.import_module(f"yalu.cli.{name}.{verb.replace('import', 'import_')}").run
        made.command(name=verb, help=_paragraphs(run.__doc__))(run)
    own = getattr(module, "run", None)
    if inner and own:
        made.callback(help=_paragraphs(own.__doc__), invoke_without_command=True)(_alone(own))
    elif inner:
        made.callback(help=_paragraphs(module.__doc__), no_args_is_help=True)(lambda: None)
    else:
        made.command(name=name, help=_paragraphs(module.run.__doc__))(module.run)
    command = typer.main.get_command(made)
    command.name = name
    return command


def _alone(run: Callable[..., None]) -> Callable[..., None]:
    """A verb that does something by itself and has verbs of its own: its options are not for those."""

    def ask(context: typer.Context, **given: Any) -> None:
        verb = context.invoked_subcommand
        if verb is None:
            run(**given)
            return
        for param in context.command.params:
            source = context.get_parameter_source(param.name or "")
            if source is not None and source.name == "COMMANDLINE":
                raise UsageError(
                    f"{param.opts[0]} stands before {verb!r}, and means nothing there.",
                    expected=f"options of {context.command_path} {verb} after its name",
                )

    own = inspect.signature(run)
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    hints = get_type_hints(run, include_extras=True)
    given = [p.replace(annotation=hints[name]) for name, p in own.parameters.items()]
    vars(ask)["__signature__"] = own.replace(parameters=[context, *given])
    ask.__annotations__ = {"context": typer.Context, **hints}
    return ask


app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def overview(
    version: bool = typer.Option(False, "--version", help="Show the version and end."),
) -> None:
    """Find, prove and help to break sanctions-evasion networks.

    Facts and official lists go in; dated, cited answers come out. Each can be asked as known on a day.
    """
    if version:
        print(f"yalu {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; an error that a user can meet is shown as such, with its exit code."""
    streams.prepare()
    try:
        streams.check_arguments(sys.argv[1:])
        try:
            app()
        finally:
            streams.finish()
    except YaluError as error:
        print(f"yalu: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        streams.quiet()
        sys.exit(YaluError.exit_code)
    except OSError as error:
        print(f"yalu: {error.filename or 'A file'}: {error.strerror or error}", file=sys.stderr)
        sys.exit(YaluError.exit_code)


def _paragraphs(text: str) -> str:
    """A docstring without its line breaks, so that the terminal's width decides them."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _wants_overview() -> bool:
    words = [w for w in sys.argv[1:] if not w.startswith("-")]
    return not words
