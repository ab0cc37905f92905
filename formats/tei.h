/* tei.h: what the readers and the writer of TEI agree on. */
#ifndef ANNALS_FORMATS_TEI_H
#define ANNALS_FORMATS_TEI_H

/* @datingMethod of a @when-custom that is EDTF. */
#define TEI_EDTF "https://www.loc.gov/standards/datetime/"

#endif
