package org.yici.catalogue;

import java.time.Instant;
import org.yici.catalogue.item.TrustLevel;
import org.yici.catalogue.place.RegionCode;
import org.yici.catalogue.text.LocalizedText;

/**
 * Whose catalogue it is, and of when.
 *
 * @param region the county
 * @param county its name
 * @param trust the lowest trust of its items: a catalogue with one item of {@link TrustLevel#DEMO} is one
 * @param publishedAt when its content was closed; every reader shows it
 */
public record CatalogueInfo(RegionCode region, LocalizedText county, TrustLevel trust, Instant publishedAt) {}
