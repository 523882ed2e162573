"""The same questions in plain Python over the same JSON lines: plain_counting.py LINES WORD. Prints seconds of processor time.
Texts are read and cut into words anew for each question, as a script would do it."""
import collections
import json
import math
import re
import sys
import time

WORD = re.compile(r"[A-Za-z][A-Za-z.']*[A-Za-z]|[A-Za-z]|[0-9][0-9,.]*[0-9]|[0-9]")


def articles(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["published"], [w.lower() for w in WORD.findall(article["text"])]


def concordance(path, word):
    rows = []
    for published, words in articles(path):
        for i, w in enumerate(words):
            if w == word:
                rows.append((published, words[max(0, i - 6):i], w, words[i + 1:i + 7]))
    return len(rows)


def collocates(path, word):
    near, total = collections.Counter(), collections.Counter()
    for _, words in articles(path):
        total.update(words)
        for i, w in enumerate(words):
            if w == word:
                near.update(words[max(0, i - 5):i] + words[i + 1:i + 6])
    n = sum(total.values())
    return sorted(((near[w] * math.log(near[w] * n / (total[w] * total[word])), w) for w in near), reverse=True)


def keyness(path, _):
    here, there = collections.Counter(), collections.Counter()
    for published, words in articles(path):
        (here if published >= "2020" else there).update(words)
    a, b = sum(here.values()), sum(there.values())
    rows = []
    for w in set(here) | set(there):
        o, c = here[w], here[w] + there[w]
        e = a * c / (a + b)
        rows.append((2 * ((o * math.log(o / e) if o else 0) + ((c - o) * math.log((c - o) / (c - e)) if c > o else 0)), w))
    return sorted(rows, reverse=True)


for job in (concordance, collocates, keyness):
    begun = time.process_time()
    job(sys.argv[1], sys.argv[2])
    print(f"plain Python: {job.__name__:12s} {(time.process_time() - begun) * 1000:10.1f} ms")
