package org.yici.catalogue.guide;

import java.util.Optional;
import org.yici.catalogue.text.LocalizedText;

/**
 * One step of the way to the result (办理流程).
 *
 * @param actor who acts in it
 */
public record FlowStep(
        LocalizedText title, LocalizedText text, Optional<LocalizedText> actor, Optional<TimeLimit> limit) {}
