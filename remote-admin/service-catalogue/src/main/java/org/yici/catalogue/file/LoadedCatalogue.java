package org.yici.catalogue.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yici.catalogue.Catalogue;
import org.yici.catalogue.fault.Fault;
import org.yici.catalogue.guide.Attachment;

/**
 * A folder read as a whole, for editors and publishers.
 *
 * @param catalogue what could be read; absent when not even its tables could
 * @param attachments by path, the content of all that is there
 * @param faults what is wrong with the files; what is wrong with their content is for the check to say
 */
public record LoadedCatalogue(Optional<Catalogue> catalogue, Map<String, byte[]> attachments, List<Fault> faults) {
    public LoadedCatalogue {
        attachments = Map.copyOf(attachments);
        faults = List.copyOf(faults);
    }

    public boolean has(Attachment attachment) {
        return attachments.containsKey(CataloguePath.of(attachment));
    }
}
