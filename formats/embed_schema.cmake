# Writes a C file that holds the JSON Schema: a string literal of this length is more than C17 promises, an array is not.
#   cmake -DINPUT=annals.schema.json -DOUTPUT=schema.c -DFUNCTION=annals_json_schema -P embed_schema.cmake
file(READ ${INPUT} HEX_DIGITS HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," BYTES "${HEX_DIGITS}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n    " BYTES "${BYTES}")
file(WRITE ${OUTPUT} "#include \"annals-formats.h\"

static const char schema[] = {
    ${BYTES}0};

const char *${FUNCTION}(void) {
    return schema;
}
")
