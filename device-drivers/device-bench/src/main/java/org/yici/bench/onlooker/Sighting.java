package org.yici.bench.onlooker;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What is in front now.
 *
 * @param seq grows with each change of what is in front
 * @param tellers how many sessions tell what they show, those that stand by too
 * @param seen the line of the session in front, as it was told; empty while none is
 */
public record Sighting(long seq, int tellers, Optional<JsonNode> seen) {}
