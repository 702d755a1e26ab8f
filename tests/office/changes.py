"""A document's tracked changes, accepted and rejected in LibreOffice through its own interface for programs."""
import pathlib
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 60.0


def connected(pipe: str):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def paragraphs(document) -> list[str]:
    out, walk = [], document.Text.createEnumeration()
    while walk.hasMoreElements():
        out.append(walk.nextElement().String)
    return out


def after_command(remote, file: pathlib.Path, command: str) -> tuple[list[str], int]:
    """The paragraphs once the command was given, and how many changes there were before."""
    desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (hidden,))
    count, walk = 0, document.Redlines.createEnumeration()
    while walk.hasMoreElements():
        walk.nextElement()
        count += 1
    dispatcher = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", remote)
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    out = paragraphs(document)
    document.close(True)
    return out, count


def accepted_and_rejected(file: pathlib.Path) -> tuple[list[str], list[str], int]:
    """Its paragraphs once all changes are accepted, once all are rejected, and how many there are."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = pathlib.Path(profile).name
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore",
             f"--accept=pipe,name={pipe};urp;"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            remote = connected(pipe)
            accepted, count = after_command(remote, file, ".uno:AcceptAllTrackedChanges")
            rejected, _ = after_command(remote, file, ".uno:RejectAllTrackedChanges")
            desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
            desktop.terminate()
        finally:
            try:
                office.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                office.kill()
                office.wait()
    return accepted, rejected, count
