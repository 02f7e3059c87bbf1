package org.yici.bench.printer;

/** A document as it was received and what it was said to be. */
public record Document(DocumentFormat format, byte[] bytes) {}
