// Runs rsvg-convert on one picture.
#include "clausier/outside/raster.hpp"

#include <algorithm>

#include "child.hpp"
#include "work_folder.hpp"

namespace clausier::outside {
namespace {

constexpr int kWidest = 4000;
constexpr std::string_view kPngStart = "\x89PNG\r\n\x1a\n";

std::optional<std::string> draw(const std::string& program, std::string_view svg, int width) {
    const WorkFolder folder;
    const std::filesystem::path in = folder.write("figure.svg", svg);
    const std::string out = (folder.path() / "figure.png").string();
    const std::string pixels = std::to_string(std::clamp(width, 1, kWidest));
    if (!run_child({program, "--format=png", "--keep-aspect-ratio", "--background-color=white", "--width=" + pixels,
                    "--output=" + out, in.string()},
                   folder.path())
             .good())
        return std::nullopt;
    std::string png = folder.read("figure.png");
    if (!png.starts_with(kPngStart)) return std::nullopt;
    return png;
}

}  // namespace

std::function<std::optional<std::string>(std::string_view svg, int width)> rasteriser(const std::string& path) {
    const std::string program = find_program({"rsvg-convert"}, path);
    if (program.empty()) return {};
    return [program](std::string_view svg, int width) { return draw(program, svg, width); };
}

}  // namespace clausier::outside
