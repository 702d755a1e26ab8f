"""The taste that a program can check. Each check is a function from a Tree to its findings."""
from tidy_checks import citations, codes, form, layers, looks, papers, sizes, words

# Name of the check -> the function. Each has a bad sample in tests/tidy, so that none can pass silently.
CHECKS = {
    "layers": layers.includes,
    "libraries": layers.libraries,
    "definitions": layers.definitions,
    "links": layers.links,
    "pure": layers.pure,
    "functions": sizes.functions,
    "files": sizes.files,
    "columns": sizes.columns,
    "names": words.names,
    "leftovers": words.leftovers,
    "places": words.places,
    "mentions": papers.mentions,
    "packages": papers.packages,
    "refusals": codes.refusals,
    "faults": codes.faults,
    "problems": codes.problems,
    "citations": citations.citations,
    "templates": looks.templates,
    "logical": looks.logical,
    "heads": form.heads,
    "modes": form.modes,
    "white": form.white,
    "format": form.format_of_code,
}
