"""Types numbers into a downloaded form, as a spreadsheet program would: python3 fill_workbook.py IN OUT KEY=NUMBER...

KEY begins a row's hidden key ("indicator:IKU-3@"); the number goes under the column "realisasi". With KEY==FORMULA a
formula is written instead.
"""
import re
import sys
import zipfile
from xml.sax.saxutils import unescape

source, target, *fields = sys.argv[1:]
with zipfile.ZipFile(source) as archive:
    entries = {name: archive.read(name) for name in archive.namelist()}
texts = [
    unescape(''.join(re.findall(r'<t[^>]*>([^<]*)</t>', item)))
    for item in re.findall(r'<si>(.*?)</si>', entries['xl/sharedStrings.xml'].decode(), re.S)
]
sheet = entries['xl/worksheets/sheet1.xml'].decode()


def text_of(cell):
    found = re.search(r'<v>([^<]*)</v>', cell)
    return texts[int(found.group(1))] if found and 't="s"' in cell else ''


cells = {found.group(1): found.group(0) for found in re.finditer(r'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)', sheet, re.S)}
column = next(re.match(r'[A-Z]+', place).group(0) for place, cell in cells.items() if text_of(cell) == 'realisasi')
for field in fields:
    key, typed = field.split('=', 1)
    row = next(place[1:] for place, cell in cells.items() if place[0] == 'A' and place[1:].isdigit() and text_of(cell).startswith(key))
    old = cells[column + row]
    style = re.search(r' s="\d+"', old)
    content = f'<f>{typed[1:]}</f><v>1</v>' if typed.startswith('=') else f'<v>{typed}</v>'
    sheet = sheet.replace(old, f'<c r="{column}{row}"{style.group(0) if style else ""}>{content}</c>')
entries['xl/worksheets/sheet1.xml'] = sheet.encode()
with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
    for name, content in entries.items():
        archive.writestr(name, content)
