"""Names that a product under test might hand to a report."""

NAMES = {
    "markup": "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">",
    "attribute": "\" onmouseover=\"document.title='owned'\" x='",
    "template": "{{ 7 * 7 }}{% include '/etc/passwd' %}${7*7}",
    "long": "很" * 10_000,
    "long-word": "x" * 10_000,
    "right-to-left": "\u202egnorw si siht\u2066 \u200f עברית",
    "controls": "\x00\x07\x08\x0b\x1b[2J\x1b]0;owned\x07\x7f\x9b31m",
    "not-characters": "\ud800 \udfff \ufffe \uffff",
    "lines": "one\r\ntwo\rthree\u2028four",
    "cdata": "]]> <!-- --> &amp; &#0; &lt;",
}
