package org.yici.bench.ipp;

import java.util.List;
import java.util.Optional;

/**
 * A request or a response without its document.
 *
 * @param version major and minor as 0x0200
 * @param code operation of a request, status of a response
 */
record Message(int version, int code, int requestId, List<Group> groups) {
    Message {
        groups = List.copyOf(groups);
    }

    Optional<Group> group(int tag) {
        return groups.stream().filter(group -> group.tag() == tag).findFirst();
    }

    Group operation() {
        return group(Tag.OPERATION_GROUP).orElseGet(() -> new Group(Tag.OPERATION_GROUP, List.of()));
    }
}
