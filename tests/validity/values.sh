#!/bin/sh
# Every value of TIMEX3 and every expression of EDTF that the program gives is well formed, whatever is said and left out.
. "$(dirname "$0")/make.sh"
needs_python json
"$python" "$here/values.py" "$annals" "$root" || fail "see above"
