"""A release is chosen before anything of it is loaded: a defect changes modules."""

from collections.abc import Sequence

from simulators.core.starting import Parser
from simulators.defects.applying import install
from simulators.defects.rows import DefectError, chosen


def become(program: str, arguments: Sequence[str]) -> None:
    """Put the defects that a command line asks for into this process; where they cannot be, it is refused."""
    early = Parser(prog=program, add_help=False, allow_abbrev=False)
    for option in ("--defect", "--defects"):
        early.add_argument(option, action="append", default=[])
    asked, _ = early.parse_known_args(arguments)
    try:
        install(chosen(list(filter(None, asked.defect)), asked.defects))
    except DefectError as error:
        early.refuse(str(error))


def declare(parser: Parser) -> None:
    """Name the options for the help of a parser that comes later."""
    parser.add_argument("--defect", action="append", metavar="ID", help="a release with this seeded defect")
    parser.add_argument("--defects", action="append", metavar="FILE", help="further defects to choose from")
