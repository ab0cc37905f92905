/* tei.h: what the readers and the writer of TEI agree on. */
#ifndef ANNALS_FORMATS_TEI_H
#define ANNALS_FORMATS_TEI_H

/* @datingMethod of a @when-custom that is EDTF, and of one that is words: "20 October 1962, evening". */
#define TEI_EDTF  "https://www.loc.gov/standards/datetime/"
#define TEI_WORDS "urn:x-annals:words"

/* Of a <bibl>: @role of the <persName> to whom a letter went, and @type of the <idno> that is not its file. */
#define TEI_RECIPIENT "recipient"
#define TEI_NUMBER    "number"

#endif
