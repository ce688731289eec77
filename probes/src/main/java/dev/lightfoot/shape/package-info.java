/// What a record looks like in a document: its members, each written down once with name, kind,
/// presence and what redaction does with it. Reading, writing, checking, redacting and the schema
/// all follow from there. Knows no JSON library and no format; records of any format can have a
/// shape.
package dev.lightfoot.shape;
