#include "acts/documents.h"

#include "acts/row.h"

namespace comity {

std::vector<KindRow> document_rows() {
  return {row<DocumentRegistered>(), row<DocumentRelated>(),  row<TextImported>(),
          row<DocumentEmbargoed>(),  row<DocumentReleased>(), row<VersionReported>(),
          row<DocumentWithdrawn>(),  row<SymbolUnused>(),     row<ResolutionAdopted>()};
}

}  // namespace comity
