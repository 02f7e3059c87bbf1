package org.yici.check;

/** Some letters on a picture and where they stand, in pixels. */
public record Word(String text, int line, int x, int y, int width, int height) {}
