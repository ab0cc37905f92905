# Writes a C file that holds a text: a string literal of its length is more than C17 promises, an array is not.
#   cmake -DINPUT=annals.schema.json -DOUTPUT=schema.c -DHEADER=annals-formats.h -DFUNCTION=annals_json_schema -P embed.cmake
file(READ ${INPUT} HEX_DIGITS HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," BYTES "${HEX_DIGITS}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)" "\\1\n    " BYTES "${BYTES}")
file(WRITE ${OUTPUT} "#include \"${HEADER}\"

static const unsigned char text[] = {
    ${BYTES}0};

const char *${FUNCTION}(void) {
    return (const char *)text;
}
")
