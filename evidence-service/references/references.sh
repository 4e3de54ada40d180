#!/bin/sh
# Puts references in the place of the numbers in one column of a CSV file; see README.md.
set -eu
# only a to z have capitals here, wherever this runs
export LC_ALL=C
[ $# -eq 4 ] || { echo "usage: references.sh KEYFILE IN.csv OUT.csv COLUMN" >&2; exit 2; }
keyfile=$1 in=$2 out=$3 column=$4

# what spreadsheets and Notepad put before the first character
bom=$(printf '\357\273\277')

key=$(head -n 1 "$keyfile" | tr -d '\r\n' | sed "s/^$bom//")
[ "${#key}" -ge 32 ] || { echo "The key must have at least 32 characters" >&2; exit 1; }
if grep -q '"' "$in"; then echo "Fields with quotes are not taken here: save the file without them" >&2; exit 1; fi

# The key goes to openssl in hexadecimal, so that no character of it means anything to the shell.
hexkey=$(printf %s "$key" | od -An -v -tx1 | tr -d ' \n')

reference() {
  printf %s "$1" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$hexkey" -binary \
    | openssl base64 -A | tr '+/' '-_' | tr -d '='
}

position=$(head -n 1 "$in" | tr -d '\r' | sed "s/^$bom//" | awk -F, -v name="$column" \
  '{ for (i = 1; i <= NF; i++) if (tolower($i) == tolower(name)) print i }')
[ -n "$position" ] || { echo "The file has no column $column" >&2; exit 1; }

written=$(mktemp "$out.XXXXXX")
trap 'rm -f "$written"' EXIT
head -n 1 "$in" | tr -d '\r' | awk -F, -v OFS=, -v at="$position" '{ $at = "reference"; print }' > "$written"
line=1
tail -n +2 "$in" | tr -d '\r' | while IFS= read -r row || [ -n "$row" ]; do
  line=$((line + 1))
  [ -n "$row" ] || continue
  number=$(printf '%s\n' "$row" | awk -F, -v at="$position" '{ print toupper($at) }' | sed 's/^ *//; s/ *$//')
  [ -n "$number" ] || { echo "Line $line has no number" >&2; exit 1; }
  printf '%s\n' "$row" | awk -F, -v OFS=, -v at="$position" -v made="$(reference "$number")" '{ $at = made; print }'
done >> "$written"
mv "$written" "$out"
trap - EXIT
