package org.yici.check;

/**
 * One step as {@code check.json} lists it.
 *
 * @param name what was tried, in a few words
 * @param ok whether it came as it should
 * @param seen what was seen from outside
 * @param picture file name of a picture beside {@code check.json}; empty if there is none
 * @param seconds how long the step took
 */
record Step(String name, boolean ok, String seen, String picture, double seconds) {}
