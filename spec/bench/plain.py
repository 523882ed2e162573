# plain.py CORPUS WORD: a concordance as one would write it in plain Python: every text is cut into words again.
# CORPUS is JSON lines with "text". Prints the number of lines and the seconds of processor time.
import json
import re
import sys
import time

texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
word, cut = sys.argv[2], re.compile(r"[^\W_]+(?:[.'\u2019-][^\W_]+)*")
begun = time.process_time()
lines = []
for number, text in enumerate(texts):
    for found in cut.finditer(text):
        if found.group().lower() == word:
            first, last = found.span()
            lines.append((number, text[max(0, first - 40) : first], text[first:last], text[last : last + 40]))
print(len(lines), time.process_time() - begun)
