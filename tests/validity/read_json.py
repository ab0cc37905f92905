"""read_json.py EVENTS.JSON SCHEMA.JSON FOLDER: the file is valid, what refers to something refers to what is there, and
each mention's words stand in its document where it says."""
import json
import os
import sys

import jsonschema


def fail(message):
    sys.exit('FAILED: ' + message)


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        chronology = json.load(file)
    with open(sys.argv[2], encoding='utf-8') as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(chronology))
    if errors:
        fail('%d faults, such as %s at %s' % (len(errors), errors[0].message, list(errors[0].path)))
    texts = {}
    for document in chronology['documents']:
        with open(os.path.join(sys.argv[3], document['source']), encoding='utf-8', newline='') as file:
            texts[document['id']] = file.read()
        if document['length'] != len(texts[document['id']]):
            fail('%s has %d characters, not %d' % (document['source'], len(texts[document['id']]), document['length']))
    mentions = {mention['id']: mention for mention in chronology['mentions']}
    for mention in mentions.values():
        said = texts[mention['document']][mention['start']:mention['end']]
        if said != mention['exact']:
            fail('%s: %r stands where %r should' % (mention['id'], said, mention['exact']))
    for event in chronology['events']:
        if not all(m in mentions for m in event['mentions']):
            fail('%s refers to a mention that is not there' % event['id'])
        if not 1 <= len(event['label']) <= 90:
            fail('%s has a label of %d characters' % (event['id'], len(event['label'])))
        if not all(source['document'] in texts for source in event['sources']):
            fail('%s refers to a document that is not there' % event['id'])
    if len(texts) != 5 or not mentions or not chronology['events']:
        fail('%d documents, %d mentions, %d events' % (len(texts), len(mentions), len(chronology['events'])))
    print('%d mentions, %d events' % (len(mentions), len(chronology['events'])))


main()
