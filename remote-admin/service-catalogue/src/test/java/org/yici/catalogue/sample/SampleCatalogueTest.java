package org.yici.catalogue.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yici.catalogue.file.CatalogueFolder;
import org.yici.catalogue.item.ItemId;
import org.yici.catalogue.item.TrustLevel;
import org.yici.catalogue.search.SearchIndex;

class SampleCatalogueTest {
    @TempDir
    Path temp;

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(SampleCatalogue.generate(9, 150)).isEqualTo(SampleCatalogue.generate(9, 150));
        assertThat(SampleCatalogue.generate(9, 150)).isNotEqualTo(SampleCatalogue.generate(10, 150));
    }

    /** Publishing checks every rule. */
    @Test
    void makesAValidFolderOfACountysSize() throws Exception {
        Path folder = temp.resolve("county");
        GenerateCatalogue.main(new String[] {folder.toString(), "5000", "1"});
        CatalogueFolder opened = CatalogueFolder.open(folder);
        assertThat(opened.itemIds()).hasSize(5000);
        assertThat(opened.info().trust()).isEqualTo(TrustLevel.DEMO);
        assertThat(opened.item(ItemId.of("sample-04999"))).isPresent();
        SearchIndex index = SearchIndex.read(opened);
        assertThat(index.items()).hasSize(5000);
        assertThat(index.search("示范4999", 5).hits()).hasSize(1);
    }

    /** Prints how long a key takes; how long that may be is for docs/performance.md to say. */
    @Test
    void measuresTheSearch() {
        String measured = SearchMeasurement.measure(1000, 4);
        System.out.println(measured);
        assertThat(measured).contains("1000 items");
    }
}
