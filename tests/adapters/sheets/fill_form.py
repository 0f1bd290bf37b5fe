# Fills a form workbook in LibreOffice as a person does, and saves it as .xlsx. Run with Debian's own Python (python3-uno):
#   fill_form.py FOLDER FORM FILLED VALUE...      VALUE is A1=what is typed, or ROW/COLUMN=what is typed, by the hidden keys
# Writes for each cell the check on its entry (CHECK), and PROTECTED when the sheet's protection keeps it as it was.
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def url_of(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def property_of(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def desktop_of(pipe, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # not listening yet
            if office.poll() is not None:
                raise SystemExit("soffice ended early")
            time.sleep(0.1)
    raise SystemExit("soffice does not answer")


def find(sheet, row, column):
    """The cell below the column's key, in the row whose key begins with `row`; both stand in hidden cells."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    rows, columns = range(cursor.RangeAddress.EndRow + 1), range(cursor.RangeAddress.EndColumn + 1)
    at_row = next(y for y in rows if sheet.getCellByPosition(0, y).String.startswith(row + "@"))
    at_column = next(x for y in rows for x in columns if sheet.getCellByPosition(x, y).String == column)
    return sheet.getCellByPosition(at_column, at_row)


def fill(sheet, assignment):
    name, value = assignment.split("=", 1)
    cell = find(sheet, *name.split("/")) if "/" in name else sheet.getCellRangeByName(name)
    print("CHECK", name, cell.Validation.Type.value, cell.Validation.getFormula1())
    if cell.CellProtection.IsLocked and sheet.isProtected():
        print("PROTECTED", name)
    else:
        cell.setFormula(value)  # what begins with = is a formula, a number a number


def main():
    folder, form, filled, values = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    pipe = f"himpun-{os.getpid()}"
    office = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo",
                               f"-env:UserInstallation={url_of(folder)}", f"--accept=pipe,name={pipe};urp;"])
    try:
        desktop = desktop_of(pipe, office)
        document = desktop.loadComponentFromURL(url_of(form), "_blank", 0, (property_of("Hidden", True),))
        sheet = document.CurrentController.ActiveSheet
        print("SHEET", sheet.Name)
        for value in values:
            fill(sheet, value)
        document.storeToURL(url_of(filled), (property_of("FilterName", "Calc MS Excel 2007 XML"),))
        document.close(True)
        desktop.terminate()
        office.wait(timeout=60)
    finally:
        office.kill()


main()
